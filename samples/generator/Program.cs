using System.CommandLine;
using EventOps.Samples;

var folder = new Option<DirectoryInfo>("--out") { Description = "Folder to write to", DefaultValueFactory = _ => new DirectoryInfo("samples/demonstration") };
var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same bytes", DefaultValueFactory = _ => Demonstration.Seed };
var delegates = new Option<int>("--delegates") { Description = "How many delegates; organisations follow in proportion", DefaultValueFactory = _ => Demonstration.Delegates };
delegates.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--delegates: at least 1.");
});
var only = new Option<string?>("--only") { Description = $"Write one file alone: {string.Join(", ", Demonstration.Files)}" };
only.AcceptOnlyFromAmong([.. Demonstration.Files]);

var command = new RootCommand("Writes the demonstration mission as CSV files.") { folder, seed, delegates, only };
command.SetAction(parsed =>
{
    var target = parsed.GetRequiredValue(folder);
    target.Create();
    foreach (var (name, content) in Demonstration.Write(parsed.GetValue(seed), parsed.GetValue(delegates), parsed.GetValue(only)))
        File.WriteAllBytes(Path.Combine(target.FullName, name), content);
});
return command.Parse(args).Invoke();
