using System.Reflection;
using System.Text;

namespace Tanyuan.Tests.Shared;

/// <summary>What an assembly offers to who uses it, a line a member, in an order that does not change: so that a change of it is seen, and meant.</summary>
static class PublicSurface
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(NameOf(type));
            Type[] bases = [.. type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [parent] : Type.EmptyTypes, .. OwnInterfaces(type)];
            if (bases.Length > 0 && !type.IsEnum && !type.IsSubclassOf(typeof(Delegate)))
                text.Append(" : ").AppendJoin(", ", bases.Select(NameOf).Order(StringComparer.Ordinal));
            text.Append('\n');
            foreach (var member in type.GetMembers(Declared).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    static IEnumerable<Type> OwnInterfaces(Type type) =>
        type.GetInterfaces().Where(part => part.IsVisible && !(type.BaseType?.GetInterfaces().Contains(part) ?? false));

    static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    // What the compiler writes for records is told by their other members.
    static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo field when IsOffered(field.Attributes) && !field.IsSpecialName => $"field {ModifiersOf(field.IsStatic)}{NameOf(field.FieldType)} {field.Name}{ValueOf(field)}",
        PropertyInfo property when Accessors(property).Length > 0 => $"property {NameOf(property.PropertyType)} {property.Name} {{ {Accessors(property)}}}",
        EventInfo happening when happening.AddMethod is { IsPublic: true } => $"event {NameOf(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo made when IsOffered(made) => $"constructor ({Parameters(made)})",
        MethodInfo method when IsOffered(method) && !method.IsSpecialName && !method.Name.StartsWith('<') && method.GetBaseDefinition() == method =>
            $"method {ModifiersOf(method.IsStatic)}{(method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "")}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        _ => null,
    };

    static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { } get && IsOffered(get) ? "get; " : "")
        + (property.SetMethod is { } set && IsOffered(set) ? set.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init; " : "set; " : "");

    static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsOffered(FieldAttributes field) => (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    static string ModifiersOf(bool isStatic) => isStatic ? "static " : "";

    static string ValueOf(FieldInfo field) => field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsIn ? "in " : parameter.IsOut ? "out " : "")}{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        if (!type.IsGenericType)
            return type.IsGenericParameter || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.FullName!;
        var name = type.GetGenericTypeDefinition().Name;
        return $"{name[..Math.Max(0, name.IndexOf('`', StringComparison.Ordinal))]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
