using System.Text.Json;
using System.Text.Json.Serialization;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Delegates;
using EventOps.Dashboard.Live;
using EventOps.Dashboard.Scans;
using EventOps.Dashboard.Sessions;
using EventOps.Dashboard.Venues;

namespace EventOps.Dashboard.Hosting;

/// <summary>Serialisers of what is sent often, made when this is compiled.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ScanRequest))]
[JsonSerializable(typeof(AnnulRequest))]
[JsonSerializable(typeof(ScanAnswer))]
[JsonSerializable(typeof(DelegateCard[]))]
[JsonSerializable(typeof(DelegateView))]
[JsonSerializable(typeof(MissionProgramme))]
[JsonSerializable(typeof(LiveSnapshot))]
[JsonSerializable(typeof(LiveChange))]
[JsonSerializable(typeof(LiveBeat))]
[JsonSerializable(typeof(AccessEnded))]
[JsonSerializable(typeof(VenueView[]))]
[JsonSerializable(typeof(PersonInsideView[]))]
[JsonSerializable(typeof(SessionView[]))]
[JsonSerializable(typeof(RosterView))]
internal sealed partial class DashboardJson : JsonSerializerContext;
