// Where libxml2 is built with ICU, its headers bring in the system's <unicode/…>, whose enums clash with those of Foundation's own ICU.
// Nothing here touches the one struct (xmlCharEncodingHandler) that this changes.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
