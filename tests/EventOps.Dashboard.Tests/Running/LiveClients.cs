namespace EventOps.Dashboard.Tests.Running;

/// <summary>Pages of an installation.</summary>
public static class LiveClients
{
    extension(LiveClient)
    {
        public static Task<LiveClient> ConnectAsync(Installation installation) => LiveClient.ConnectAsync(installation.Address, TestContext.Current.CancellationToken);
    }

    public static Task<JsonNode> SubscribeAsync(this LiveClient page, MissionClient mission, string scope) => page.SubscribeAsync(mission.Id, scope);
}
