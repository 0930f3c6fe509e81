using Tanyuan.Answers.Reading.Network.Kernels;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>A linear layer, its weights in panels of columns (<see cref="PanelProduct"/>). Immutable.</summary>
internal sealed unsafe class Layer
{
    readonly float[] _panels;
    readonly float[] _bias;

    /// <summary>Takes the weights of the layer from a file.</summary>
    /// <param name="halves">The file from where the layer begins; what is taken is cut off.</param>
    /// <param name="inputs">How wide its input is.</param>
    /// <param name="outputs">How wide its output is, a multiple of <see cref="PanelProduct.Width"/>.</param>
    /// <param name="biased">Whether it adds a bias.</param>
    public Layer(ref ReadOnlySpan<Half> halves, int inputs, int outputs, bool biased)
    {
        (Inputs, Outputs) = (inputs, outputs);
        var weights = NetworkModel.Next(ref halves, inputs * outputs);
        _panels = GC.AllocateUninitializedArray<float>(weights.Length, pinned: true);
        for (var i = 0; i < weights.Length; i++)
        {
            var (row, column) = Math.DivRem(i, outputs);
            var (panel, place) = Math.DivRem(column, PanelProduct.Width);
            _panels[(((panel * inputs) + row) * PanelProduct.Width) + place] = weights[i];
        }

        _bias = biased ? NetworkModel.Next(ref halves, outputs) : new float[outputs];
    }

    /// <summary>How wide its input is.</summary>
    public int Inputs { get; }

    /// <summary>How wide its output is.</summary>
    public int Outputs { get; }

    /// <summary>Writes the outputs for some rows of inputs.</summary>
    public void Run(float* inputs, float* outputs, int rows)
    {
        for (var row = 0; row < rows; row++)
            _bias.CopyTo(new Span<float>(outputs + ((long)row * Outputs), Outputs));
        fixed (float* panels = _panels)
        {
            for (var column = 0; column < Outputs; column += PanelProduct.Width)
                PanelProduct.Add(inputs, Inputs, panels + ((long)column * Inputs), outputs + column, Outputs, rows);
        }
    }
}
