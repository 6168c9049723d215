using System.Diagnostics.Metrics;
using System.Text;
using EventOps.Operations.Metrics;
using EventOps.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Shouldly;
using Xunit;

namespace EventOps.Operations.Tests;

public sealed class PrometheusTests : IDisposable
{
    private readonly Meter _meter = new($"test-{Guid.NewGuid()}");
    private readonly PrometheusExporter _exporter = new();
    private readonly MeterProvider _provider;

    public PrometheusTests() => _provider = Sdk.CreateMeterProviderBuilder().AddMeter(_meter.Name).AddReader(new BaseExportingMetricReader(_exporter)).Build();

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_has_its_unit_and_total_in_its_name_and_a_line_for_each_set_of_labels()
    {
        var waits = _meter.CreateCounter<double>("door.waits", "s", "Time that was waited.");
        waits.Add(1.5, new("door.name", "north"), new("open", true));
        waits.Add(0.25, new("door.name", "north"), new("open", true));
        waits.Add(2, new KeyValuePair<string, object?>("door.name", "south"));

        Text().ShouldEndWith("""
            # HELP door_waits_seconds_total Time that was waited.
            # TYPE door_waits_seconds_total counter
            door_waits_seconds_total{door_name="north",open="true"} 1.75
            door_waits_seconds_total{door_name="south"} 2

            """);
    }

    [Fact]
    public void A_histogram_counts_in_each_bucket_all_that_is_not_above_its_bound()
    {
        var sizes = _meter.CreateHistogram("batch", "{entry}", "Entries.", null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 10] });
        foreach (var size in (int[])[1, 2, 10, 11, 400])
            sizes.Record(size);

        Text().ShouldEndWith("""
            # HELP batch Entries.
            # TYPE batch histogram
            batch_bucket{le="1"} 1
            batch_bucket{le="10"} 3
            batch_bucket{le="+Inf"} 5
            batch_sum 424
            batch_count 5

            """);
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge()
    {
        var waiting = _meter.CreateUpDownCounter<int>("waiting", "{entry}");
        waiting.Add(5);
        waiting.Add(-7);
        _meter.CreateObservableGauge("share", () => 0.5, "1", "How much.");
        _meter.CreateObservableUpDownCounter("speed", () => 3L, "By/s");

        var page = Page();

        page["waiting"].ShouldSatisfyAllConditions(family => family.Type.ShouldBe("gauge"), family => family.Sum().ShouldBe(-2));
        page["share_ratio"].Sum().ShouldBe(0.5);
        page["speed_bytes_per_second"].Sum().ShouldBe(3);
    }

    [Fact]
    public void Whatever_stands_in_a_label_or_a_help_comes_out_as_it_went_in()
    {
        const string Nasty = "a\\b\"c\nd,e=\"f\"} 1 é 漢 \\n";
        _meter.CreateCounter<int>("nasty", null, "Back\\slash and\nline \"quoted\"").Add(1, new KeyValuePair<string, object?>("what", Nasty));

        var family = Page()["nasty_total"];

        family.Help.ShouldBe("Back\\slash and\nline \"quoted\"");
        family.Samples.Single().Labels.ShouldBe(new Dictionary<string, string> { ["what"] = Nasty });
    }

    [Fact]
    public void Names_that_Prometheus_does_not_know_become_such_that_it_does()
    {
        _meter.CreateCounter<int>("scans-of/a..day_total", "{scan}").Add(1, new("1st.tag", 1), new("a.b", "x"), new("a_b", "y"));

        var sample = Page()["scans_of_a_day_total"].Samples.Single();

        sample.Labels.ShouldBe(new Dictionary<string, string> { ["_1st_tag"] = "1", ["a_b"] = "x;y" }, ignoreOrder: true);
    }

    [Fact]
    public void Two_instruments_of_one_name_are_one_family()
    {
        _meter.CreateCounter<int>("twice.over").Add(1);
        _meter.CreateCounter<int>("twice_over").Add(2);

        Page()["twice_over_total"].Sum().ShouldBe(1);
    }

    [Fact]
    public void Numbers_that_are_none_are_written_as_Prometheus_writes_them()
    {
        _meter.CreateObservableGauge("odd", () => new Measurement<double>[]
        {
            new(double.NaN, new KeyValuePair<string, object?>("is", "nan")),
            new(double.PositiveInfinity, new KeyValuePair<string, object?>("is", "up")),
            new(double.NegativeInfinity, new KeyValuePair<string, object?>("is", "down")),
            new(1e-7, new KeyValuePair<string, object?>("is", "small")),
        });

        Page()["odd"].Samples.Select(sample => (sample.Labels["is"], sample.Value))
            .ShouldBe([("nan", double.NaN), ("up", double.PositiveInfinity), ("down", double.NegativeInfinity), ("small", 1e-7)], ignoreOrder: true);
    }

    [Fact]
    public void Counts_go_on_from_one_page_to_the_next_and_each_page_is_whole()
    {
        var counter = _meter.CreateCounter<int>("steps");
        counter.Add(1);
        Page()["steps_total"].Sum().ShouldBe(1);
        counter.Add(1);

        Page()["steps_total"].Sum().ShouldBe(2);
        Page()["target_info"].Samples.Single().Labels.Keys.ShouldContain("service_name");
    }

    [Fact]
    public async Task Pages_that_are_asked_for_at_once_are_all_whole()
    {
        var counter = _meter.CreateCounter<int>("steps");
        counter.Add(1);

        var pages = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Page)));

        pages.ShouldAllBe(page => page["steps_total"].Sum() == 1);
    }

    [Theory]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1")]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a gauge\na 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1\na 2\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"x\"y\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"\\x\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a counter\na 1\n")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    public void A_page_that_is_not_well_formed_does_not_pass_the_tests(string page) => Should.Throw<FormatException>(() => ExpositionPage.Read(page));

    private string Text() => Encoding.UTF8.GetString(_exporter.Scrape());

    private IReadOnlyDictionary<string, Family> Page() => ExpositionPage.Read(Text());
}
