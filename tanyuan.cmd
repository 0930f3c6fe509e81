@echo off
rem Runs Tanyuan from a checkout on Windows; dotnet builds it where needed.
dotnet run -c Release --project "%~dp0src\Tanyuan.Cli" -- %*
