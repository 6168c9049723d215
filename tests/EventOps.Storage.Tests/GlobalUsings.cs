global using System.Collections.Immutable;
global using EventOps.Contracts;
global using EventOps.Contracts.Delegates;
global using EventOps.Contracts.Missions;
global using EventOps.Contracts.Scans;
global using Shouldly;
global using Xunit;
