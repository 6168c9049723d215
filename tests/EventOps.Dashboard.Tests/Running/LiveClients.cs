namespace EventOps.Dashboard.Tests.Running;

/// <summary>Pages of an installation.</summary>
public static class LiveClients
{
    extension(LiveClient)
    {
        /// <summary>Connects as an administrator, or with another credential.</summary>
        public static async Task<LiveClient> ConnectAsync(Installation installation, string? credential = null) =>
            await LiveClient.ConnectAsync(installation.Address, credential ?? await installation.Keys.AdministratorAsync(), TestContext.Current.CancellationToken);
    }

    public static Task<JsonNode> SubscribeAsync(this LiveClient page, MissionClient mission, string scope) => page.SubscribeAsync(mission.Id, scope);
}
