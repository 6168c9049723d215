global using System.Net;
global using System.Text.Json.Nodes;
global using EventOps.Dashboard.Tests.Running;
global using EventOps.Testing;
global using Shouldly;
global using Xunit;
