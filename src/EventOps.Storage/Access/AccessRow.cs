namespace EventOps.Storage;

/// <summary>One document of who may do what.</summary>
/// <param name="Kind">account, sign-in, device, host-link or privacy.</param>
/// <param name="Id">Which one.</param>
/// <param name="Body">The document, as JSON.</param>
/// <param name="Version">As read, the version of the change that wrote it; as saved, the version that it is expected to have: 0 for one that is new.</param>
public readonly record struct AccessRow(string Kind, string Id, string Body, long Version);

/// <summary>Somebody else has changed the document since it was read. Nothing was written.</summary>
public sealed class AccessConflictException(string kind, string id) : Exception($"The {kind} '{id}' was changed by somebody else since it was read.");
