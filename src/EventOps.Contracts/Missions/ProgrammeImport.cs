using System.Collections.Immutable;
using EventOps.Contracts.Delegates;

namespace EventOps.Contracts.Missions;

/// <summary>A checked import: rows that are new or replace those of the same id. Nothing is ever deleted by an import.</summary>
/// <param name="Cities">Cities.</param>
/// <param name="Venues">Venues, whose cities are among these or already there.</param>
/// <param name="Rooms">Rooms, whose venues are among these or already there.</param>
/// <param name="Sessions">Sessions, whose rooms are among these or already there.</param>
/// <param name="Delegates">Delegates.</param>
/// <param name="Registrations">Registrations, whose sessions and delegates are among these or already there.</param>
[GenerateSerializer, Immutable, Alias("eventops.programme-import")]
public sealed record ProgrammeImport(
    [property: Id(0)] ImmutableArray<City> Cities,
    [property: Id(1)] ImmutableArray<Venue> Venues,
    [property: Id(2)] ImmutableArray<Room> Rooms,
    [property: Id(3)] ImmutableArray<Session> Sessions,
    [property: Id(4)] ImmutableArray<DelegateRecord> Delegates,
    [property: Id(5)] ImmutableArray<Registration> Registrations)
{
    /// <summary>Nothing to import.</summary>
    public static ProgrammeImport Empty { get; } = new([], [], [], [], [], []);
}

/// <summary>What an import does, or would do.</summary>
/// <param name="Cities">Cities.</param>
/// <param name="Venues">Venues.</param>
/// <param name="Rooms">Rooms.</param>
/// <param name="Sessions">Sessions.</param>
/// <param name="Delegates">Delegates.</param>
/// <param name="Registrations">Registrations.</param>
[GenerateSerializer, Immutable, Alias("eventops.import-changes")]
public sealed record ImportChanges(
    [property: Id(0)] RowChanges Cities,
    [property: Id(1)] RowChanges Venues,
    [property: Id(2)] RowChanges Rooms,
    [property: Id(3)] RowChanges Sessions,
    [property: Id(4)] RowChanges Delegates,
    [property: Id(5)] RowChanges Registrations);

/// <summary>How many rows of one kind an import adds, changes, and finds as they are.</summary>
/// <param name="Added">Rows that were not there.</param>
/// <param name="Changed">Rows that were there and say something else now.</param>
/// <param name="Unchanged">Rows that were there just so.</param>
[GenerateSerializer, Immutable, Alias("eventops.row-changes")]
public readonly record struct RowChanges(
    [property: Id(0)] int Added,
    [property: Id(1)] int Changed,
    [property: Id(2)] int Unchanged);
