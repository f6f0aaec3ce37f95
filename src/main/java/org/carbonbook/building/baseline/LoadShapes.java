package org.carbonbook.building.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/**
 * Clusters of day shapes by k-means. Of 2 to 6 clusters the number with the highest simplified
 * silhouette is taken. The shapes lie in one partition in the order of their keys, and the seed is
 * fixed, so that the same shapes give the same clusters on any machine.
 */
final class LoadShapes {

  private static final int MOST_CLUSTERS = 6;
  private static final int ITERATIONS = 20;
  private static final long SEED = 20240101;

  /**
   * The clusters of shapes.
   *
   * @param numbers the cluster of each shape, numbered by size
   * @param clusters how many clusters there are
   * @param silhouette the mean simplified silhouette
   */
  record Clusters(List<Integer> numbers, int clusters, double silhouette) {}

  private LoadShapes() {}

  static Clusters of(JavaSparkContext context, List<double[]> shapes) {
    int max =
        Math.min(MOST_CLUSTERS, (int) shapes.stream().map(Arrays::toString).distinct().count() - 1);
    if (max < 2) {
      return new Clusters(shapes.stream().map(shape -> 0).toList(), 1, 0);
    }
    JavaRDD<Vector> points = context.parallelize(vectors(shapes), 1).cache();
    Clusters best = null;
    for (int k = 2; k <= max; k++) {
      KMeansModel model =
          new KMeans().setK(k).setMaxIterations(ITERATIONS).setSeed(SEED).run(points.rdd());
      Clusters clusters = clusters(model.clusterCenters(), shapes);
      if (best == null || clusters.silhouette() > best.silhouette() + 1e-9) {
        best = clusters;
      }
    }
    points.unpersist();
    return best;
  }

  private static List<Vector> vectors(List<double[]> shapes) {
    List<Vector> vectors = new ArrayList<>();
    shapes.forEach(shape -> vectors.add(Vectors.dense(shape)));
    return vectors;
  }

  private static Clusters clusters(Vector[] centers, List<double[]> shapes) {
    int[] nearest = new int[shapes.size()];
    int[] sizes = new int[centers.length];
    double sum = 0;
    for (int i = 0; i < nearest.length; i++) {
      double[] distances = distances(centers, shapes.get(i));
      int own = 0;
      for (int c = 1; c < distances.length; c++) {
        own = distances[c] < distances[own] ? c : own;
      }
      double other = Double.POSITIVE_INFINITY;
      for (int c = 0; c < distances.length; c++) {
        other = c == own ? other : Math.min(other, distances[c]);
      }
      nearest[i] = own;
      sizes[own]++;
      sum += other > 0 ? (other - distances[own]) / other : 0;
    }
    Integer[] bySize = IntStream.range(0, sizes.length).boxed().toArray(Integer[]::new);
    Arrays.sort(bySize, Comparator.comparingInt((Integer c) -> -sizes[c]).thenComparing(c -> c));
    List<Integer> order = Arrays.asList(bySize);
    return new Clusters(
        Arrays.stream(nearest).map(order::indexOf).boxed().toList(),
        centers.length,
        sum / nearest.length);
  }

  private static double[] distances(Vector[] centers, double[] shape) {
    double[] distances = new double[centers.length];
    for (int c = 0; c < centers.length; c++) {
      double sum = 0;
      for (int hour = 0; hour < shape.length; hour++) {
        double difference = shape[hour] - centers[c].apply(hour);
        sum += difference * difference;
      }
      distances[c] = Math.sqrt(sum);
    }
    return distances;
  }
}
