namespace EventOps.Testing;

/// <summary>The files of this repository that tests try out.</summary>
public static class Repository
{
    /// <summary>A file, by its path from the root.</summary>
    public static string File(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "EventOps.sln")))
                return Path.Combine([folder.FullName, .. path]);
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not in the repository.");
    }
}
