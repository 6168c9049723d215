using EventOps.Dashboard.Access;
using EventOps.Dashboard.Live;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>Nothing can be called that nobody thought about.</summary>
public sealed class RuleTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    [Fact]
    public void Every_endpoint_has_one_rule() =>
        Rules.EndpointsWithoutRule(installation.Services.GetServices<EndpointDataSource>()).ShouldBeEmpty();

    [Fact]
    public void Every_hub_method_has_a_rule() => Rules.HubMethodsWithoutRule(typeof(LiveHub)).ShouldBeEmpty();

    [Fact]
    public void An_endpoint_and_a_hub_method_without_a_rule_are_found()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/forgotten", () => "everything");
        app.MapGet("/twice", () => "").Needs(Permission.Board).IsOpen("Nobody knows");
        app.MapGet("/ruled", () => "").Needs(Permission.Board);

        Rules.EndpointsWithoutRule(((IEndpointRouteBuilder)app).DataSources).ShouldBe(["/forgotten", "/twice"]);
        Rules.HubMethodsWithoutRule(typeof(ForgetfulHub)).ShouldBe([nameof(ForgetfulHub.Everything)]);
    }

    private sealed class ForgetfulHub : Hub
    {
        public static string Name => "";

        public string Everything() => Name;

        [Needs(Permission.Board)]
        public string Ruled() => Name;

        public override Task OnConnectedAsync() => Task.CompletedTask;
    }
}
