using System.Collections.Immutable;
using System.Security.Cryptography;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Domain.Delegates;
using EventOps.Storage;
using Orleans.Runtime;

namespace EventOps.Grains.Missions;

/// <inheritdoc cref="IMissionGrain"/>
internal sealed partial class MissionGrain(ICatalogue catalogue, Programmes programmes, TimeProvider time, ILogger<MissionGrain> log) : Grain, IMissionGrain
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(5);

    private MissionId _mission;
    private long _told;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _mission = new MissionId(this.GetPrimaryKeyString());
        this.RegisterGrainTimer(LookForOthersChanges, new GrainTimerCreationOptions(LookPeriod, LookPeriod) { KeepAlive = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<MissionProgramme?> GetProgramme() => await programmes.GetAsync(_mission);

    /// <inheritdoc/>
    public async Task<MissionProgramme> Create(string name, MissionClock clock)
    {
        await catalogue.CreateMissionAsync(_mission, name, clock);
        return await Tell(1);
    }

    /// <inheritdoc/>
    public async Task<MissionProgramme> Import(ProgrammeImport import) => await Tell(await catalogue.ImportAsync(_mission, import));

    /// <inheritdoc/>
    public async Task<BadgesIssued> IssueBadges(ImmutableArray<DelegateId> people)
    {
        var (version, issued) = await catalogue.IssueBadgesAsync(_mission, [.. people.Distinct().Select(person => (person, NewCode()))]);
        return new BadgesIssued(await Tell(version), issued);
    }

    /// <inheritdoc/>
    public async Task<MissionProgramme> ReissueBadge(DelegateId person, string why) =>
        await Tell(await catalogue.ReissueBadgeAsync(_mission, person, NewCode(), why, await Now()));

    /// <inheritdoc/>
    public async Task<MissionProgramme> RevokeBadge(DelegateId person, string why) =>
        await Tell(await catalogue.RevokeBadgeAsync(_mission, person, why, await Now()));

    /// <inheritdoc/>
    public async Task<MissionProgramme> Erase(DelegateId person) => await Tell(await catalogue.EraseDelegateAsync(_mission, person));

    /// <inheritdoc/>
    public async Task<MissionProgramme> Anonymise() => await Tell(await catalogue.AnonymiseAsync(_mission));

    /// <inheritdoc/>
    public async Task<MissionProgramme> SetClock(MissionClock clock) => await Tell(await catalogue.SetClockAsync(_mission, clock));

    private static string NewCode()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return BadgeCode.From(BitConverter.ToUInt128(random));
    }

    private async Task<DateTimeOffset> Now() => (await programmes.GetAsync(_mission))?.Clock.At(time.GetUtcNow()) ?? time.GetUtcNow();

    /// <summary>Reads the programme of a version, and has everyone whom it concerns read it too.</summary>
    private async Task<MissionProgramme> Tell(long version)
    {
        var programme = await programmes.GetAsync(_mission, version) ?? throw new InvalidOperationException($"There is no mission '{_mission}'.");
        _told = programme.Version;
        await GrainFactory.Board(_mission).ProgrammeChanged(programme);
        var venues = programme.Venues.Select(venue => GrainFactory.Venue(_mission, venue.Id).Refresh(programme.Version));
        var sessions = programme.Sessions.Select(session => GrainFactory.Session(_mission, session.Id).Refresh(programme.Version));
        try
        {
            await Task.WhenAll([.. venues, .. sessions]);
        }
        catch (Exception failure)
        {
            // What is written is written; each reads it with its next scan.
            LogNotTold(log, _mission.Value, failure);
        }

        return programme;
    }

    /// <summary>An import by the command line writes from another process.</summary>
    private async Task LookForOthersChanges(CancellationToken cancellation)
    {
        try
        {
            if (await catalogue.VersionAsync(_mission, cancellation) is { } version && version > _told)
                await Tell(version);
        }
        catch (StorageException)
        {
            // The next look finds it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not everyone of mission {Mission} could be told of its new programme")]
    private static partial void LogNotTold(ILogger log, string mission, Exception failure);
}
