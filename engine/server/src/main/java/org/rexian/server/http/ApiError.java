package org.rexian.server.http;

/** A request that can't be answered: its status and what to tell the client. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private ApiError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, message);
    }

    static ApiError unauthorized() {
        return new ApiError(401, "send the token of http.token as  Authorization: Bearer TOKEN");
    }

    static ApiError forbidden(String message) {
        return new ApiError(403, message);
    }

    static ApiError notFound(String message) {
        return new ApiError(404, message);
    }

    static ApiError conflict(String message) {
        return new ApiError(409, message);
    }

    static ApiError unavailable(String message) {
        return new ApiError(503, message);
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
