import java.io.File;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF: `Validate ua1,3a FILE...`.
 *
 * Prints one line a file and profile, then each failed rule once, with how often and where it failed first. Exits with
 * 1 when any file fails, with 2 when one cannot be read.
 */
public final class Validate {
    private static final int WORST = 20_000;

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int status = 0;
        for (int index = 1; index < arguments.length; index++) {
            for (String profile : arguments[0].split(",")) {
                status = Math.max(status, validate(new File(arguments[index]), PDFAFlavour.byFlavourId(profile)));
            }
        }
        System.exit(status);
    }

    private static int validate(File file, PDFAFlavour profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, WORST, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "conforms to" : "fails";
            System.out.printf("%s %s %s (%d checks)%n", file, verdict, profile.getId(), result.getTotalAssertions());
            if (result.isCompliant()) return 0;
            print(result);
            return 1;
        } catch (Exception problem) {
            System.out.printf("%s cannot be read: %s%n", file, problem.getMessage());
            return 2;
        }
    }

    private static void print(ValidationResult result) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        TreeMap<String, TestAssertion> first = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            first.putIfAbsent(rule, assertion);
        }
        for (String rule : counts.keySet()) {
            TestAssertion example = first.get(rule);
            System.out.printf("    %s, %d times: %s%n", rule, counts.get(rule), example.getMessage());
            System.out.printf("        %s%n", example.getLocation().getContext());
        }
    }
}
