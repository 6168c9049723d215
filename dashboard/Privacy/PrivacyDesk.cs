using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Delegates;
using EventOps.Domain.Access;
using EventOps.Storage;

namespace EventOps.Dashboard.Privacy;

/// <summary>
/// What is kept of people, and how it is taken away. Personal data is in the catalogue alone: the journal, logs and measurements hold ids, so a person who is taken
/// out of the catalogue is taken out of everything, and still counted.
/// </summary>
public sealed class PrivacyDesk(AccessBook book, IGrainFactory grains, Programmes programmes, ICatalogue catalogue, IDelegateFiles files, DelegateDirectories people, TimeProvider time)
{
    /// <summary>How a mission's people are kept.</summary>
    public Retention Of(MissionId mission) => book.Retentions.Find(mission.Value) ?? new Retention();

    /// <summary>Says how long a mission's people are kept after its end.</summary>
    public Task<Retention> KeepAsync(MissionId mission, int days, Func<Retention?, Retention, IReadOnlyList<AuditEntry>> remember) =>
        book.ChangeAsync(book.Retentions, mission.Value, held => (held ?? new Retention()) with { Days = days }, remember);

    /// <summary>Takes away who a mission's people are.</summary>
    public async Task<Retention> AnonymiseAsync(MissionId mission, Func<Retention?, Retention, IReadOnlyList<AuditEntry>> remember)
    {
        var programme = await grains.Mission(mission).Anonymise();
        await people.ReadAsync(programme);
        return await AnonymisedAsync(mission, remember);
    }

    /// <summary>Notes that a mission's people are nobody any more.</summary>
    public Task<Retention> AnonymisedAsync(MissionId mission, Func<Retention?, Retention, IReadOnlyList<AuditEntry>> remember) =>
        book.ChangeAsync(book.Retentions, mission.Value, held => (held ?? new Retention()) with { AnonymisedAt = time.GetUtcNow() }, remember);

    /// <summary>Takes away who a person is.</summary>
    public async Task EraseAsync(MissionId mission, DelegateId person) => await people.ReadAsync(await grains.Mission(mission).Erase(person));

    /// <summary>All that is stored of a person; null when there is no such one.</summary>
    public async Task<PersonFile?> ExportAsync(MissionProgramme programme, DelegateId person, CancellationToken cancellation)
    {
        if (await files.LoadAsync(programme.Mission, person, programme.Version, cancellation) is not { } file)
            return null;
        var registrations = await catalogue.RegistrationsAsync(programme.Mission, person, cancellation);
        return new PersonFile(programme.Mission, programme.Name, time.GetUtcNow(), file.Record, file.Badges, registrations, file.Entries);
    }

    /// <summary>Takes away who the people of every mission are whose time is over. Returns how many missions that were.</summary>
    /// <param name="line">The line of the audit trail for a mission.</param>
    public async Task<int> AnonymiseDueAsync(Func<MissionId, string, AuditEntry> line)
    {
        var done = 0;
        foreach (var mission in await catalogue.MissionsAsync())
        {
            if (await programmes.GetAsync(mission.Mission) is not { Clock.IsRehearsal: false } programme || !(Of(mission.Mission).DueAfter(EndOf(programme)) <= time.GetUtcNow()))
                continue;
            await AnonymiseAsync(mission.Mission, (before, after) => [line(mission.Mission, $"anonymised, {after.Days} days after its end")]);
            done++;
        }

        return done;
    }

    /// <summary>When a mission's last session ends; null when there is none.</summary>
    public static DateTimeOffset? EndOf(MissionProgramme programme) => programme.Sessions.IsEmpty ? null : programme.Sessions.Max(session => session.End);
}
