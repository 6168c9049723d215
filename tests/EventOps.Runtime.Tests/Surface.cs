using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EventOps.Runtime.Tests;

/// <summary>
/// What an assembly offers to others, as text that can be compared. Read from metadata, without loading it: what it refers to does not have to be at hand.
/// </summary>
internal sealed class Surface : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly Dictionary<string, TypeDefinition> _types = [];

    public Surface(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _metadata = _image.GetMetadataReader();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic)
                _types[Names.Instance.GetTypeFromDefinition(_metadata, handle, 0)] = type;
        }
    }

    public IEnumerable<string> Types => _types.Keys;

    public bool Has(string type) => _types.ContainsKey(type);

    /// <summary>Interface, class or struct; what it derives from; whether it can be derived from.</summary>
    public string KindOf(string name)
    {
        var type = _types[name];
        const TypeAttributes Kind = TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.Sealed;
        return $"{type.Attributes & Kind} : {(type.BaseType.IsNil ? "" : NameOf(type.BaseType))}";
    }

    public IEnumerable<string> MembersOf(string name)
    {
        var type = _types[name];
        foreach (var implemented in type.GetInterfaceImplementations())
            yield return $"is {NameOf(_metadata.GetInterfaceImplementation(implemented).Interface)}";
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition).Where(field => IsVisible((int)field.Attributes)))
            yield return $"{field.DecodeSignature(Names.Instance, null)} {Text(field.Name)}{Constant(field.GetDefaultValue())}";
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition).Where(method => IsVisible((int)method.Attributes)))
            yield return Signature(method, isInterface: type.Attributes.HasFlag(TypeAttributes.Interface));
    }

    public void Dispose() => _image.Dispose();

    // Public, protected, and protected internal; the values are the same for fields and methods.
    private static bool IsVisible(int attributes) => (attributes & (int)MethodAttributes.MemberAccessMask) is (int)MethodAttributes.Public or (int)MethodAttributes.Family or (int)MethodAttributes.FamORAssem;

    private string Signature(MethodDefinition method, bool isInterface)
    {
        var signature = method.DecodeSignature(Names.Instance, null);
        var named = method.GetParameters().Select(_metadata.GetParameter).Where(parameter => parameter.SequenceNumber > 0).ToDictionary(parameter => parameter.SequenceNumber);
        var parameters = signature.ParameterTypes.Select((type, i) => named.TryGetValue(i + 1, out var parameter)
            ? $"{type} {Text(parameter.Name)}{Constant(parameter.GetDefaultValue())}"
            : type);
        // Whether an interface's member has a body, or whether a member that fulfils an interface is virtual and sealed, is no one's business.
        var overridable = !isInterface && method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final) ? "virtual " : "";
        var constraints = method.GetGenericParameters().Select(_metadata.GetGenericParameter).SelectMany(parameter =>
            parameter.GetConstraints().Select(constraint => $" where !!{parameter.Index} : {NameOf(_metadata.GetGenericParameterConstraint(constraint).Type)}"));
        return $"{(method.Attributes.HasFlag(MethodAttributes.Static) ? "static " : "")}{overridable}{signature.ReturnType} {Text(method.Name)}`{signature.GenericParameterCount}({string.Join(", ", parameters)}){string.Concat(constraints)}";
    }

    private string Text(StringHandle handle) => _metadata.GetString(handle);

    private string Constant(ConstantHandle handle)
    {
        if (handle.IsNil)
            return "";
        var constant = _metadata.GetConstant(handle);
        return $" = {_metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode) ?? "null"}";
    }

    private string NameOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => Names.Instance.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => Names.Instance.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        _ => Names.Instance.GetTypeFromSpecification(_metadata, null, (TypeSpecificationHandle)handle, 0),
    };

    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public static readonly Names Instance = new();

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeDefinition(handle);
            return type.IsNested
                ? $"{GetTypeFromDefinition(reader, type.GetDeclaringType(), 0)}+{reader.GetString(type.Name)}"
                : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{reader.GetString(type.Name)}"
                : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => $"{unmodifiedType} {modifier}";

        public string GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

        public string GetByReferenceType(string elementType) => $"{elementType}&";

        public string GetPointerType(string elementType) => $"{elementType}*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "method*";
    }
}
