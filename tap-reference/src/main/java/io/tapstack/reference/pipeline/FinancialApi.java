package io.tapstack.reference.pipeline;

import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.ApiAuthorization;
import io.tapstack.patterns.preset.ApiExposure;
import io.tapstack.patterns.preset.ApiRoute;
import io.tapstack.patterns.preset.HttpMethod;
import io.tapstack.patterns.preset.JsonSchema;
import io.tapstack.patterns.preset.LogRetention;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureRestApi;

/** The API of the financial pipeline: what it takes, from whom, and from where. */
final class FinancialApi {

    private static final ExceptionRecord KEY_ALONE = ExceptionRecord.of(
            "AuthorizationType",
            "NONE, if the parameter ApiAuthorization says so",
            "Clients without credentials of IAM call with their API key alone",
            "AWS_IAM by default; validation, throttling and the network in any case");

    private static final String IDENTIFIER = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";
    private static final long MOST = 1_000_000_000_000_000L;
    private static final long LAST_SECOND = 9_999_999_999L;

    private FinancialApi() {}

    /**
     * The API before a function: reached from the subnets of its network, signed and with an API key, unless whoever creates the stack
     * takes the key for enough or opens it to the internet.
     */
    static SecureRestApi before(PrivateLambda function, LogRetention retention) {
        return SecureRestApi.builder("TransactionApi")
                .addRoutes(ApiRoute.of(HttpMethod.POST, "/transactions", function, transaction()))
                .exposure(ApiExposure.byParameter())
                .authorization(ApiAuthorization.byParameter(KEY_ALONE))
                .clientNetworks(function.network().subnetCidrs())
                .retention(retention)
                .key(function.key())
                .build();
    }

    /**
     * A transaction: an amount of a currency under an id of the caller's, with the time of the caller in seconds since 1970.
     *
     * <p>The amount is a number, as the requirement has it. The function takes its digits as they stand in the text of the request, so
     * none is lost on this side. It checks more: that there are two decimals at most, and that the currency has two.
     */
    private static JsonSchema transaction() {
        return JsonSchema.object()
                .required("transactionId", JsonSchema.string().pattern(IDENTIFIER))
                .required("amount", JsonSchema.number().minimum(0).maximum(MOST))
                .optional("currency", JsonSchema.string().pattern("^[A-Z]{3}$"))
                .optional("customerId", JsonSchema.string().pattern(IDENTIFIER))
                .optional("timestamp", JsonSchema.integer().minimum(1).maximum(LAST_SECOND));
    }
}
