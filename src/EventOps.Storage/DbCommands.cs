namespace EventOps.Storage;

/// <summary>Short forms of ADO.NET calls, for what is off the hot path.</summary>
internal static class DbCommands
{
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Add(name, value);
        return command;
    }

    public static DbParameter Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }

    public static Task<int> ExecuteAsync(
        this DbConnection connection, string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.Command(sql, parameters);
        return Execute();

        async Task<int> Execute()
        {
            await using (command)
                return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static Task<List<T>> QueryAsync<T>(
        this DbConnection connection,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        connection.Command(sql, parameters).QueryAsync(read, cancellationToken);

    /// <summary>Reads all rows and disposes the command.</summary>
    public static async Task<List<T>> QueryAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var _ = command;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}
