namespace EventOps.Storage;

/// <summary>Writes a checked import in the way that suits its database.</summary>
internal interface IImportWriter
{
    Task<long> WriteAsync(MissionId mission, ProgrammeImport import, CancellationToken cancellationToken);
}
