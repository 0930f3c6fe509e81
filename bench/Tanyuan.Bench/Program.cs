using BenchmarkDotNet.Running;
using Tanyuan.Bench;

if (args is ["text", var file])
    TextSpeed.Run(file);
else if (args is ["clean"])
    CleaningSpeed.Run();
else if (args is ["clean", .. var files])
    CleaningSpeed.Run(files);
else
    BenchmarkSwitcher.FromAssembly(typeof(TextSpeed).Assembly).Run(args);
