global using System.Net;
global using System.Text.Json.Nodes;
global using EventOps.Contracts;
global using EventOps.Contracts.Scans;
global using EventOps.Storage;
global using Shouldly;
