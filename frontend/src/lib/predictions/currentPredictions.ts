import { predictionStages, type OrderPrediction, type Prediction } from '@/lib/live';

const rank = ({ stage }: Prediction) => predictionStages.indexOf(stage);

/** True when `next` replaces `known`: a later stage, or the same one corrected. */
function supersedes(next: Prediction, known: Prediction | undefined): boolean {
  if (known === undefined) return true;
  const later = rank(next) - rank(known);
  return later > 0 || (later === 0 && next.version > known.version);
}

/**
 * The prediction that holds for each order, in whatever order they arrive.
 *
 * @param fetched what REST told of each order, null for one without prediction
 * @param live what the socket told, several stages of an order among them
 */
export function currentPredictions(
  fetched: Iterable<readonly [orderId: number, prediction: Prediction | null]>,
  live: Iterable<OrderPrediction>,
): ReadonlyMap<number, Prediction> {
  const current = new Map<number, Prediction>();
  const offer = (orderId: number, next: Prediction) => {
    if (supersedes(next, current.get(orderId))) current.set(orderId, next);
  };
  for (const [orderId, prediction] of fetched) if (prediction !== null) offer(orderId, prediction);
  for (const prediction of live) offer(prediction.orderId, prediction);
  return current;
}
