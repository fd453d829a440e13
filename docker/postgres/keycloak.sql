-- Keycloak's own database beside the platform's, made when the volume is new.
CREATE DATABASE keycloak;
