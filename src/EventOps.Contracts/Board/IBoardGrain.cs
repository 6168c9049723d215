using System.Collections.Immutable;
using EventOps.Contracts.Missions;
using EventOps.Contracts.Sessions;
using EventOps.Contracts.Venues;
using Orleans.Concurrency;

namespace EventOps.Contracts.Board;

/// <summary>What every screen of a mission shows. Keeps the highest revision of each summary and pushes what changed, at most ten times a second.</summary>
[Alias("eventops.board")]
public interface IBoardGrain : IGrainWithStringKey
{
    /// <summary>A venue's counts have changed.</summary>
    [OneWay, Alias("VenueChanged")]
    Task VenueChanged(VenueSummary summary);

    /// <summary>A session's counts have changed.</summary>
    [OneWay, Alias("SessionChanged")]
    Task SessionChanged(SessionSummary summary);

    /// <summary>The programme or the clock has changed.</summary>
    [OneWay, Alias("ProgrammeChanged")]
    Task ProgrammeChanged(MissionProgramme programme);

    /// <summary>Sends changes to an observer until it has not asked again for two minutes, and returns the whole board.</summary>
    [ResponseTimeout("00:00:05"), Alias("Watch")]
    Task<BoardState> Watch(IBoardObserver observer);
}

/// <summary>A process that shows the board.</summary>
[Alias("eventops.board-observer")]
public interface IBoardObserver : IGrainObserver
{
    /// <summary>The parts of the board that have changed since <see cref="BoardState.Since"/>.</summary>
    [Alias("Changed")]
    Task Changed(BoardState change);
}

/// <summary>The board, or what has changed of it.</summary>
/// <param name="Version">Grows with every change, across restarts too (rule 11).</param>
/// <param name="Since">The version that this change follows; 0 when it is the whole board. A gap means: fetch the whole board.</param>
/// <param name="ProgrammeVersion">The version of the programme that the ids belong to.</param>
/// <param name="Clock">What time it is for the mission.</param>
/// <param name="Present">How many people are inside, in the whole mission: the sum of the cities.</param>
/// <param name="Cities">How many people are inside in each city: the sum of its venues. Always all of them.</param>
/// <param name="Venues">Venues, all or those that changed.</param>
/// <param name="Sessions">Sessions, all or those that changed.</param>
[GenerateSerializer, Immutable, Alias("eventops.board-state")]
public sealed record BoardState(
    [property: Id(0)] long Version,
    [property: Id(1)] long Since,
    [property: Id(2)] long ProgrammeVersion,
    [property: Id(3)] MissionClock Clock,
    [property: Id(4)] int Present,
    [property: Id(5)] ImmutableArray<CityTotal> Cities,
    [property: Id(6)] ImmutableArray<VenueSummary> Venues,
    [property: Id(7)] ImmutableArray<SessionSummary> Sessions);

/// <summary>How many people are inside in a city.</summary>
/// <param name="City">The city.</param>
/// <param name="Present">The sum over its venues.</param>
[GenerateSerializer, Immutable, Alias("eventops.city-total")]
public readonly record struct CityTotal([property: Id(0)] CityId City, [property: Id(1)] int Present);
