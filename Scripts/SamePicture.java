import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/**
 * Whether pictures show the same page: `SamePicture A.png B.png...`, each against the first.
 *
 * Renderers smooth edges in their own ways, so squares of four by four pixels are compared by their mean colour. Two
 * pictures are the same when at most one square in 200 differs by more than a sixth of the range, and none of the
 * sizes by more than a pixel. Prints the largest share of squares that differ, and each picture that is another; exits
 * with 1 when there is one.
 */
public final class SamePicture {
    private static final int SIDE = 4;
    private static final double FAR = 256 / 6.0;
    private static final double ALLOWED = 1 / 200.0;

    public static void main(String[] files) throws Exception {
        BufferedImage first = ImageIO.read(new File(files[0]));
        double worst = 0;
        for (int index = 1; index < files.length; index++) {
            double share = difference(first, ImageIO.read(new File(files[index])));
            if (share > ALLOWED) System.out.printf("%s is another picture%n", files[index]);
            worst = Math.max(worst, share);
        }
        System.out.printf("%s and %d others: at most %.2f %% differ%n", files[0], files.length - 1, worst * 100);
        System.exit(worst > ALLOWED ? 1 : 0);
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        if (Math.abs(a.getWidth() - b.getWidth()) > 1 || Math.abs(a.getHeight() - b.getHeight()) > 1) return 1;
        int columns = Math.min(a.getWidth(), b.getWidth()) / SIDE;
        int rows = Math.min(a.getHeight(), b.getHeight()) / SIDE;
        int far = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double[] left = mean(a, column, row);
                double[] right = mean(b, column, row);
                double most = 0;
                for (int part = 0; part < 3; part++) most = Math.max(most, Math.abs(left[part] - right[part]));
                if (most > FAR) far++;
            }
        }
        return (double) far / (columns * rows);
    }

    /** Red, green, blue of a square. */
    private static double[] mean(BufferedImage image, int column, int row) {
        double[] sum = new double[3];
        for (int y = row * SIDE; y < (row + 1) * SIDE; y++) {
            for (int x = column * SIDE; x < (column + 1) * SIDE; x++) {
                int pixel = image.getRGB(x, y);
                for (int part = 0; part < 3; part++) sum[part] += pixel >> (16 - 8 * part) & 0xFF;
            }
        }
        for (int part = 0; part < 3; part++) sum[part] /= SIDE * SIDE;
        return sum;
    }
}
