namespace Search.Service.Problems;

/// <summary>A kind of failure that clients can rely on. The list only grows.</summary>
/// <param name="Name">As it stands in <c>code</c>.</param>
/// <param name="Status">The HTTP status that comes with it.</param>
/// <param name="Title">The same for every failure of this kind.</param>
/// <param name="Meaning">What it means and what to do, for the page that lists the codes.</param>
internal sealed record ProblemCode(string Name, int Status, string Title, string Meaning)
{
    public static readonly ProblemCode InvalidParameter = new(
        "invalid_parameter",
        400,
        "A parameter has a value that is not allowed",
        "The member parameter names it, detail says what is allowed, and errors lists every fault of the request."
    );

    public static readonly ProblemCode InvalidFilter = new(
        "invalid_filter",
        400,
        "The filter expression has a mistake",
        "The member position counts UTF-16 units from the start of the expression to the mistake, and expected lists what "
            + "could stand there."
    );

    public static readonly ProblemCode InvalidQuery = new(
        "invalid_query",
        400,
        "The query in Lucene's language has a mistake",
        "The member position counts UTF-16 units from the start of q to the mistake, and expected lists what could stand "
            + "there. Without syntax=lucene no text is a mistake."
    );

    public static readonly ProblemCode PageTooDeep = new(
        "page_too_deep",
        400,
        "The page lies too deep",
        "page times hitsPerPage may be at most 10,000. Narrow the search, or take all records from /v1/export."
    );

    public static readonly ProblemCode MalformedJson = new(
        "malformed_json",
        400,
        "The body is no JSON object",
        "The member position counts UTF-16 units from the start of the body to the fault."
    );

    public static readonly ProblemCode BadRequest = new(
        "bad_request",
        400,
        "The request is not proper HTTP",
        "The request broke off or its framing is wrong. Send it again; if that does not help, look at the proxy in between."
    );

    public static readonly ProblemCode NotFound = new(
        "not_found",
        404,
        "There is nothing at this address",
        "No record has this id, or there is no such route. Ids are one path segment, as encodeURIComponent makes it."
    );

    public static readonly ProblemCode MethodNotAllowed = new(
        "method_not_allowed",
        405,
        "This address does not take this method",
        "The header Allow lists the methods that it takes."
    );

    public static readonly ProblemCode TooLarge = new(
        "too_large",
        413,
        "The request body is too large",
        "A search takes a body of up to 1 MiB and a record may have 4 MiB, unless the service is set up otherwise."
    );

    public static readonly ProblemCode TargetTooLong = new(
        "target_too_long",
        414,
        "The address is too long",
        "An address may have 16 KiB. Send longer searches as POST /v1/search."
    );

    public static readonly ProblemCode Internal = new(
        "internal",
        500,
        "The service failed",
        "This is a fault of the service. Its log tells more under the traceId."
    );

    public static readonly ProblemCode IndexUnavailable = new(
        "index_unavailable",
        503,
        "There is no index that could answer",
        "Nothing was indexed yet, or the index is damaged or of another version. detail and the log say which."
    );

    public static readonly ProblemCode RecordInvalid = new(
        "record_invalid",
        400,
        "The record cannot be used",
        "detail says what is wrong with it. A record needs an id, a kind and a title; an interview needs a question with an "
            + "answer. A passage is written with its interview."
    );

    public static readonly ProblemCode KeyRequired = new(
        "key_required",
        401,
        "A key is needed",
        "Send a key as Authorization: Bearer KEY. Keys are made by search-indexer keys add; one that was revoked, has expired "
            + "or is for another site is answered in the same way."
    );

    public static readonly ProblemCode KeyForbidden = new(
        "key_forbidden",
        403,
        "The key is not good for this",
        "A search key reads, an admin key does everything, and a scoped key with a fixed filter searches."
    );

    public static readonly ProblemCode IdOwnedBy = new(
        "id_owned_by",
        409,
        "The record belongs to another source",
        "The request names a source, and the record has another one. Leave the source out to keep the owner, give the record "
            + "another id, or send takeOver=true."
    );

    public static readonly ProblemCode VersionMismatch = new(
        "version_mismatch",
        412,
        "The record is not as the request expects it",
        "The record has another ETag than If-Match names, or is there although If-None-Match says that it must not be. Read "
            + "it again and decide anew."
    );

    public static readonly ProblemCode IdempotencyKeyReused = new(
        "idempotency_key_reused",
        422,
        "The idempotency key was used for another request",
        "A key stands for one request, its method, address and body. Send a new key with a new request."
    );

    public static readonly ProblemCode RateLimited = new(
        "rate_limited",
        429,
        "Too many requests",
        "The header RateLimit-Policy says how many are allowed, Retry-After when there will be room again."
    );

    public static readonly ProblemCode Busy = new(
        "busy",
        503,
        "The service cannot take the write now",
        "More is being written than can wait, or another program writes to the index. Nothing of the request was done; send "
            + "it again after Retry-After."
    );

    public static readonly ProblemCode KeysUnavailable = new(
        "keys_unavailable",
        503,
        "The keys cannot be read",
        "The file of the keys is damaged or may not be read, and nothing is answered that may need one."
    );

    public static readonly ProblemCode DiskFull = new(
        "disk_full",
        507,
        "The disk is full",
        "Nothing of the request was done. Writes go on by themselves once there is room; searches are not affected."
    );

    /// <summary>All codes, by status.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        InvalidParameter,
        InvalidFilter,
        InvalidQuery,
        PageTooDeep,
        MalformedJson,
        RecordInvalid,
        BadRequest,
        KeyRequired,
        KeyForbidden,
        NotFound,
        MethodNotAllowed,
        IdOwnedBy,
        VersionMismatch,
        TooLarge,
        TargetTooLong,
        IdempotencyKeyReused,
        RateLimited,
        Internal,
        Busy,
        IndexUnavailable,
        KeysUnavailable,
        DiskFull,
    ];
}
