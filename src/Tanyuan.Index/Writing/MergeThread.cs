namespace Tanyuan.Index.Writing;

/// <summary>Runs merges one after the other on a thread of its own while there are any. Thread-safe.</summary>
/// <param name="mergeOnce">Runs one merge; false where there is none to run. Throws nothing.</param>
sealed class MergeThread(Func<bool> mergeOnce)
{
    readonly Lock gate = new();
    Task running = Task.CompletedTask;
    bool isRunning;
    bool wanted;
    bool stopping;

    /// <summary>Sees whether there is something to merge.</summary>
    internal void Wake()
    {
        lock (gate)
        {
            if (stopping)
                return;

            wanted = true;
            if (isRunning)
                return;

            // The thread says itself, in the same breath as it sees that nothing is wanted, that it ends: a task that is not completed may be past that.
            isRunning = true;
            running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Waits until there is nothing left to merge.</summary>
    internal void Wait()
    {
        while (true)
        {
            Task task;
            lock (gate)
                task = running;
            task.Wait();
            lock (gate)
            {
                if (running == task)
                    return;
            }
        }
    }

    /// <summary>Starts no more merges, and waits for the one under way.</summary>
    internal void Stop()
    {
        lock (gate)
            stopping = true;
        Wait();
    }

    void Run()
    {
        while (true)
        {
            lock (gate)
            {
                isRunning = wanted && !stopping;
                if (!isRunning)
                    return;
                wanted = false;
            }

            if (mergeOnce())
            {
                lock (gate)
                    wanted = true;
            }
        }
    }
}
