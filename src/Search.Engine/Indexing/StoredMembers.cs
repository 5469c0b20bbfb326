using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Engine.Indexing;

/// <summary>Reads and writes the members of a source record that this version does not know, without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>), TypeInfoPropertyName = "WritableMemberMap")]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>), TypeInfoPropertyName = "MemberMap")]
internal sealed partial class StoredMembers : JsonSerializerContext;
