namespace EventOps.Domain.Access;

/// <summary>What somebody may do. All but the last two hold in one mission; those hold for the installation.</summary>
[Flags]
public enum Permission
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Watch counts: boards without personal data.</summary>
    Board = 1 << 0,

    /// <summary>See on a board whose scans they were.</summary>
    People = 1 << 1,

    /// <summary>Scan at the doors that were given to them, and annul what they scanned themselves.</summary>
    Scan = 1 << 2,

    /// <summary>Find people by name, organisation or code.</summary>
    Search = 1 << 3,

    /// <summary>Let someone in past a soft limit, with a reason.</summary>
    Override = 1 << 4,

    /// <summary>Annul what others scanned.</summary>
    Annul = 1 << 5,

    /// <summary>See who is expected, here and missing in the sessions that were given to them.</summary>
    Roster = 1 << 6,

    /// <summary>See who is inside a venue now.</summary>
    Muster = 1 << 7,

    /// <summary>List, print, issue, replace and withdraw badges.</summary>
    Badges = 1 << 8,

    /// <summary>Import and export programmes and delegates.</summary>
    Import = 1 << 9,

    /// <summary>Start, pause and speed a rehearsal.</summary>
    Rehearse = 1 << 10,

    /// <summary>Pair devices, scope them and withdraw their access.</summary>
    Devices = 1 << 11,

    /// <summary>Make links for session hosts and withdraw them.</summary>
    Links = 1 << 12,

    /// <summary>Read who did what.</summary>
    Audit = 1 << 13,

    /// <summary>Export and erase a person, set how long people are kept, anonymise.</summary>
    Privacy = 1 << 14,

    /// <summary>Make missions.</summary>
    Missions = 1 << 15,

    /// <summary>Make accounts, give and take roles.</summary>
    Accounts = 1 << 16,
}
