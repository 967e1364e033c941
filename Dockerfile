# One image for each service: docker build --build-arg SERVICE=comment-service .
# The jars are built on the host first (mvn -DskipTests package), so the image holds nothing but them.
FROM eclipse-temurin:17.0.17_10-jre-jammy

ARG SERVICE
RUN groupadd --system --gid 10001 rejoinder \
 && useradd --system --uid 10001 --gid rejoinder --home-dir /data --no-create-home rejoinder \
 && install --directory --owner=rejoinder --group=rejoinder --mode=0700 /data

COPY ${SERVICE}/target/${SERVICE}-*-exec.jar /service.jar

USER rejoinder
VOLUME /data
ENV REJOINDER_DATA=/data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/service.jar"]
