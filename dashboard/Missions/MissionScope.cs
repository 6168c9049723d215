using System.Reflection;
using EventOps.Contracts;
using EventOps.Contracts.Missions;
using EventOps.Storage;

namespace EventOps.Dashboard.Missions;

/// <summary>The mission that a request is about: bound from the route once it is known to be there, so that an endpoint never sees an unknown one.</summary>
/// <param name="Programme">Its programme, as new as this process knows.</param>
public sealed record MissionScope(MissionProgramme Programme)
{
    /// <summary>The mission.</summary>
    public MissionId Id => Programme.Mission;

    /// <summary>Binds the mission of the route.</summary>
    public static async ValueTask<MissionScope?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!MissionId.TryParse(context.Request.RouteValues["mission"] as string, null, out var id))
            throw new UnknownMissionException(context.Request.RouteValues["mission"] as string ?? "");
        var programmes = context.RequestServices.GetRequiredService<Programmes>();
        return await programmes.GetAsync(id) is { } programme ? new MissionScope(programme) : throw new UnknownMissionException(id.Value);
    }
}

/// <summary>There is no such mission: answered 404.</summary>
public sealed class UnknownMissionException(string mission) : Exception($"There is no mission '{mission}' here. GET /api/missions lists those that there are.");
