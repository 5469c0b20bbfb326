namespace Search.Service.Api;

/// <summary>Methods of routes.</summary>
internal static class Methods
{
    /// <summary>Reading; the server leaves the body of an answer to HEAD away.</summary>
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
}
