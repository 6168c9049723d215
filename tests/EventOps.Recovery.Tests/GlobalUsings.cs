global using System.Net;
global using EventOps.Storage;
global using EventOps.Testing;
global using Shouldly;
global using Xunit;
