using EventOps.Storage;
using Orleans.Runtime;
using Orleans.Storage;

namespace EventOps.Grains.Hosting;

/// <summary>Grain storage whose writes take their turn among the database's other writes, so that on SQLite none waits for another's lock.</summary>
internal sealed class WritesInTurn(IGrainStorage storage, EventOpsDatabase database) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => storage.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        database.WriteInTurnAsync(() => storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        database.WriteInTurnAsync(() => storage.ClearStateAsync(stateName, grainId, grainState));
}
