using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Contracts.Delegates;
using EventOps.Contracts.Scans;

namespace EventOps.Dashboard.Privacy;

/// <summary>All that is stored of a person, for them to take along.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="MissionName">Its name as people say it.</param>
/// <param name="ExportedAt">When this was put together.</param>
/// <param name="Person">Who they are.</param>
/// <param name="Badges">The badges that they were given.</param>
/// <param name="Registrations">Where they are expected.</param>
/// <param name="Scans">What was decided when they came to a door.</param>
public sealed record PersonFile(
    MissionId Mission,
    string MissionName,
    DateTimeOffset ExportedAt,
    DelegateRecord Person,
    ImmutableArray<Badge> Badges,
    ImmutableArray<Registration> Registrations,
    ImmutableArray<JournalEntry> Scans);
