#pragma once
#define fmaf __builtin_fmaf
#define fabsf __builtin_fabsf
#define rintf __builtin_rintf
#define sqrtf __builtin_sqrtf
