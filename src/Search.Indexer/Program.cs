using Search.Indexer;

return SearchIndexer.Run(args, Console.Out, Console.Error);
