global using System.Net;
global using System.Text.Json.Nodes;
global using EventOps.Contracts.Scans;
global using EventOps.Storage;
global using EventOps.Testing;
global using Shouldly;
global using Xunit;
