return await Tanyuan.Cli.TanyuanCommand.RunAsync(args);
