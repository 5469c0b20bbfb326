# Build it from the root of the repository: docker build -t talk-search .
# README.md, "Running it", says how to run it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Release src/Search.Service -p:PublishProfile=ReadyToRun -o /out/service \
 && dotnet publish -c Release src/Search.Indexer -o /out/indexer

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /out /app
COPY index-data/corpus /app/corpus
# All that is written lies in /data; the rest of the image may be mounted read-only. (Without diagnostics the runtime makes
# no sockets in /tmp.)
ENV Search__Index__Path=/data/index \
    Search__Corpus__Path=/app/corpus \
    ASPNETCORE_HTTP_PORTS=5080 \
    DOTNET_EnableDiagnostics=0
RUN mkdir /data && chown $APP_UID:$APP_UID /data
VOLUME /data
USER $APP_UID
WORKDIR /data
EXPOSE 5080
ENTRYPOINT ["/app/service/search-service"]
