using Search.Engine.Indexing;

namespace Search.Tests.Indexing;

public sealed class DataPathsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("data-paths-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_relative_path_starts_at_the_folder_above_that_holds_the_solution()
    {
        var checkout = Folder("checkout");
        File.WriteAllText(Path.Combine(checkout, "Search.sln"), "");
        Assert.Equal(
            Path.Combine(checkout, "index-data", "index"),
            DataPaths.Resolve("index-data/index", Folder("checkout/src/deep"), Folder("program"))
        );
    }

    [Fact]
    public void Without_a_solution_above_the_working_folder_the_one_above_the_program_counts()
    {
        var checkout = Folder("checkout");
        File.WriteAllText(Path.Combine(checkout, "Search.sln"), "");
        Assert.Equal(
            Path.Combine(checkout, "x"),
            DataPaths.Resolve("x", Folder("elsewhere"), Folder("checkout/src/bin"))
        );
    }

    [Fact]
    public void Without_any_solution_a_relative_path_starts_at_the_working_folder() =>
        Assert.Equal(Path.Combine(root, "work", "x"), DataPaths.Resolve("x", Folder("work"), Folder("program")));

    [Fact]
    public void A_full_path_stays_as_it_is() =>
        Assert.Equal(
            Path.Combine(root, "full"),
            DataPaths.Resolve(Path.Combine(root, "full"), Folder("work"), Folder("program"))
        );

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;
}
