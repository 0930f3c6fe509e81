using BenchmarkDotNet.Running;
using Tanyuan.Bench;

if (args is ["text", var file])
    TextSpeed.Run(file);
else
    BenchmarkSwitcher.FromAssembly(typeof(TextSpeed).Assembly).Run(args);
