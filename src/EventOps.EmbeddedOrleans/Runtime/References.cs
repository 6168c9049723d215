using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace EventOps.EmbeddedOrleans
{
    /// <summary>
    /// Emits the classes behind grain interfaces: a reference that implements the interface, and for each method a request that carries its
    /// arguments in typed fields and calls the method on the other side. What Orleans does with a source generator, done when the interface
    /// is first used; a call allocates its request, its answer and nothing else.
    /// </summary>
    internal static class References
    {
        private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        private static readonly ConcurrentDictionary<Type, Lazy<Func<Destination, string, GrainReference>>> Factories = new();

        /// <summary>Makes references of an interface.</summary>
        /// <exception cref="ArgumentException">The interface has a member that cannot be called across grains.</exception>
        public static Func<Destination, string, GrainReference> Of(Type type) =>
            Factories.GetOrAdd(type, static type => new(() => Emit(type))).Value;

        private static Func<Destination, string, GrainReference> Emit(Type type)
        {
            if (!type.IsInterface)
                throw new ArgumentException($"{type} is not an interface. Grains and observers are called through interfaces.", nameof(type));

            var methods = type.GetInterfaces().Append(type).SelectMany(i => i.GetMethods(Members)).Where(method => !method.IsStatic).ToArray();
            foreach (var method in methods)
                ImmutableTypes.Verify(type, method);

            var module = NewModule(type, methods);
            var reference = module.DefineType($"{type.FullName}.Reference", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [type]);
            EmitConstructor(reference);
            var requests = methods.Select((method, number) => EmitMethod(module, reference, method, number)).ToArray();
            var created = reference.CreateType();
            foreach (var (request, method) in requests.Zip(methods))
                request().GetField(nameof(Request.Rules))!.SetValue(null, Rules(type, method));

            return created.GetMethod("Create")!.CreateDelegate<Func<Destination, string, GrainReference>>();
        }

        private static CallRules Rules(Type type, MethodInfo method) => new(
            $"{type.Name}.{method.Name}",
            OneWay: method.ReturnType == typeof(void) || method.IsDefined(typeof(OneWayAttribute)),
            AlwaysInterleave: method.IsDefined(typeof(AlwaysInterleaveAttribute)),
            ReadOnly: method.IsDefined(typeof(ReadOnlyAttribute)),
            Patience: method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout);

        // One assembly an interface, because it has to be told at the start whose internal types it sees.
        private static ModuleBuilder NewModule(Type type, MethodInfo[] methods)
        {
            var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName($"EventOps.References.{type.FullName}"), AssemblyBuilderAccess.Run);
            var attribute = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
            var seen = methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Append(method.DeclaringType!))
                .Append(type).Append(typeof(Request)).SelectMany(Parts).Select(part => part.Assembly.GetName().Name!).Distinct();
            foreach (var name in seen)
                assembly.SetCustomAttribute(new CustomAttributeBuilder(attribute, [name]));
            return assembly.DefineDynamicModule("References");
        }

        private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

        private static void EmitConstructor(TypeBuilder reference)
        {
            Type[] parameters = [typeof(Destination), typeof(string)];
            var constructor = reference.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters);
            var il = constructor.GetILGenerator();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, parameters)!);
            il.Emit(OpCodes.Ret);

            il = reference.DefineMethod("Create", MethodAttributes.Public | MethodAttributes.Static, typeof(GrainReference), parameters).GetILGenerator();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Newobj, constructor);
            il.Emit(OpCodes.Ret);
        }

        // public Task<R> Method(A a) => Call(new Request { a = a, Rules = Rules });
        private static Func<Type> EmitMethod(ModuleBuilder module, TypeBuilder reference, MethodInfo method, int number)
        {
            var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
            var (request, constructor, fields, rules) = EmitRequest(module, method, parameters, number);
            var body = reference.DefineMethod(
                $"{method.DeclaringType}.{method.Name}",
                MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
                method.ReturnType,
                parameters);
            var il = body.GetILGenerator();
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Newobj, constructor);
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldsfld, rules);
            il.Emit(OpCodes.Stfld, typeof(Request).GetField(nameof(Request.Rules))!);
            for (var i = 0; i < parameters.Length; i++)
            {
                il.Emit(OpCodes.Dup);
                il.Emit(OpCodes.Ldarg, i + 1);
                if (typeof(IAddressable).IsAssignableFrom(parameters[i]))
                    il.Emit(OpCodes.Call, typeof(GrainReference).GetMethod(nameof(GrainReference.Passable), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(parameters[i]));
                il.Emit(OpCodes.Stfld, parameters[i] == typeof(CancellationToken) ? typeof(Request).GetField(nameof(Request.Cancellation))! : fields[i]);
            }

            var answer = Answer(method.ReturnType);
            var calls = typeof(GrainReference).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Where(candidate => candidate.Name == nameof(GrainReference.Call));
            il.Emit(OpCodes.Call, answer is null ? calls.Single(call => !call.IsGenericMethod) : calls.Single(call => call.IsGenericMethod).MakeGenericMethod(answer));
            if (method.ReturnType == typeof(void))
                il.Emit(OpCodes.Pop);
            else if (method.ReturnType.IsValueType)
                il.Emit(OpCodes.Newobj, method.ReturnType.GetConstructor([answer is null ? typeof(Task) : typeof(Task<>).MakeGenericType(answer)])!);
            il.Emit(OpCodes.Ret);
            reference.DefineMethodOverride(body, method);

            Type? created = null;
            return () => created ??= request.CreateType();
        }

        // class Request : Request<R> { public static CallRules Rules; public A a; Task Invoke(object target) => ((I)target).Method(a); }
        private static (TypeBuilder Type, ConstructorBuilder Constructor, FieldBuilder[] Fields, FieldBuilder Rules) EmitRequest(
            ModuleBuilder module, MethodInfo method, Type[] parameters, int number)
        {
            var answer = Answer(method.ReturnType);
            var parent = answer is null ? typeof(PlainRequest) : typeof(Request<>).MakeGenericType(answer);
            var request = module.DefineType($"{method.DeclaringType!.FullName}.{method.Name}.{number}", TypeAttributes.Public | TypeAttributes.Sealed, parent);
            var rules = request.DefineField(nameof(Request.Rules), typeof(CallRules), FieldAttributes.Public | FieldAttributes.Static);
            var fields = parameters.Select((type, i) => request.DefineField($"argument{i}", type, FieldAttributes.Public)).ToArray();
            var constructor = request.DefineDefaultConstructor(MethodAttributes.Public);

            var invoke = request.DefineMethod(nameof(Request.Invoke), MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig, typeof(Task), [typeof(object)]);
            var il = invoke.GetILGenerator();
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Castclass, method.DeclaringType);
            for (var i = 0; i < parameters.Length; i++)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldfld, parameters[i] == typeof(CancellationToken) ? typeof(Request).GetField(nameof(Request.Cancellation))! : fields[i]);
            }

            il.Emit(OpCodes.Callvirt, method);
            if (method.ReturnType == typeof(void))
            {
                il.Emit(OpCodes.Call, typeof(Task).GetProperty(nameof(Task.CompletedTask))!.GetMethod!);
            }
            else if (method.ReturnType.IsValueType)
            {
                il.Emit(OpCodes.Stloc, il.DeclareLocal(method.ReturnType));
                il.Emit(OpCodes.Ldloca_S, (byte)0);
                il.Emit(OpCodes.Call, method.ReturnType.GetMethod(nameof(ValueTask.AsTask))!);
            }

            il.Emit(OpCodes.Ret);
            return (request, constructor, fields, rules);
        }

        private static Type? Answer(Type returned) => returned.IsGenericType ? returned.GetGenericArguments()[0] : null;
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Lets an emitted assembly see the internal types of another; the runtime knows it by its name.</summary>
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
    {
        public string AssemblyName => assemblyName;
    }
}
