/// What sort of thing a place of the gazetteer is.
public enum PlaceKind: UInt8, Hashable, Sendable {
    /// A city, town or village.
    case city
    /// A state, province, governorate, oblast.
    case division
    /// A county, district, rayon.
    case subdivision
    case country
    /// The Soviet Union, Zaire.
    case endedState
    case continent
    /// The Sahel, the West Bank, Donbas.
    case region
    /// Seas, straits, rivers, lakes, mountains, deserts.
    case nature
    /// Air bases, ports, crossings, camps, prisons, squares.
    case facility
}
